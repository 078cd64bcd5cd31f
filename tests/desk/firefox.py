"""A real Firefox without a window, driven by WebDriver BiDi, the language that it speaks by itself.

Playwright drives only a Firefox of its own, which no registry of packages carries.
"""

import json
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import Any

from websockets.sync.client import ClientConnection, connect

NAMES = ("firefox-esr", "firefox")  # as in the Makefile
EVENTS = ["log.entryAdded", "network.beforeRequestSent", "browsingContext.userPromptOpened"]
SECONDS = 120
# What a browser asks for by itself. All that is asked for goes to `Nowhere`, whoever asks.
SETTINGS = {
    "network.proxy.type": 1,
    "network.proxy.failover_direct": False,
    "network.proxy.allow_hijacking_localhost": True,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.trr.mode": 5,
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.safebrowsing.downloads.remote.enabled": False,
    "browser.topsites.contile.enabled": False,
    "browser.urlbar.merino.enabled": False,
    "browser.download.useDownloadDir": True,
    "browser.download.folderList": 2,
    "datareporting.policy.dataSubmissionEnabled": False,
    "dom.push.connection.enabled": False,
    "extensions.getAddons.cache.enabled": False,
    "media.gmp-manager.updateEnabled": False,
    "media.gmp-manager.url": "data:,",
    "media.gmp-widevinecdm.enabled": False,
    "media.gmp-gmpopenh264.enabled": False,
    "services.settings.server": "data:,#remote-settings-dummy/v1",
    "toolkit.telemetry.server": "data:,",
}
# A breach of the page's policy is no entry of the log: the page itself is asked to say it.
SAY_BREACHES = """() => addEventListener("securitypolicyviolation",
    (event) => console.error(`policy: ${event.effectiveDirective} ${event.blockedURI}`))"""


def executable() -> str | None:
    """Where Firefox is."""
    return next(filter(None, map(shutil.which, NAMES)), None)


class Nowhere:
    """A proxy that answers nobody, and writes down what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._door.getsockname()[1]
        Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            try:
                caller, _ = self._door.accept()
            except OSError:  # closed
                return
            with caller:
                caller.settimeout(5)
                self.asked.append(caller.recv(200).decode("latin-1").split("\r\n")[0])

    def close(self) -> None:
        """Stop listening."""
        self._door.close()


@dataclass
class Firefox:
    """One tab, what it asked for and complained of."""

    wire: ClientConnection
    tab: str
    nowhere: Nowhere
    requests: list[str] = field(default_factory=list)
    """Addresses beside those of files and of what the page made itself."""
    complaints: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    _last: int = 0

    def send(self, method: str, **params: Any) -> dict[str, Any]:
        """Ask for something, and what came of it."""
        self._last += 1
        self.wire.send(json.dumps({"id": self._last, "method": method, "params": params}))
        while True:
            message = json.loads(self.wire.recv(timeout=SECONDS))
            if message["type"] == "event":
                self._heard(message["method"], message["params"])
            elif message["id"] == self._last:
                assert message["type"] == "success", f"{method}: {message['error']}: {message['message']}"
                result: dict[str, Any] = message["result"]
                return result

    def _heard(self, name: str, of: dict[str, Any]) -> None:
        if name == "log.entryAdded" and of["level"] in {"error", "warn"}:
            self.complaints.append(str(of["text"]))
        elif name == "network.beforeRequestSent":
            address = of["request"]["url"]
            if not address.startswith(("file:", "data:", "blob:")):
                self.requests.append(address)
        elif name == "browsingContext.userPromptOpened":
            self.dialogs.append(f"{of['type']}: {of['message']}")

    def goto(self, file: Path) -> None:
        """Open a file."""
        self.send("browsingContext.navigate", context=self.tab, url=file.resolve().as_uri(), wait="complete")

    def run(self, script: str, *arguments: str) -> Any:
        """What a function in JavaScript gives in the page: a text, a number, yes or no."""
        values = [{"type": "string", "value": one} for one in arguments]
        ran = self._call(script, values)
        return ran.get("value")

    def element(self, script: str, *arguments: str) -> dict[str, Any]:
        """An element that a function in JavaScript gives."""
        ran = self._call(script, [{"type": "string", "value": one} for one in arguments])
        assert ran["type"] == "node", ran
        return {"sharedId": ran["sharedId"]}

    def _call(self, script: str, values: list[dict[str, Any]]) -> dict[str, Any]:
        ran = self.send(
            "script.callFunction",
            functionDeclaration=script,
            arguments=values,
            target={"context": self.tab},
            awaitPromise=True,
            userActivation=True,
        )
        assert ran["type"] == "success", ran["exceptionDetails"]["text"]
        result: dict[str, Any] = ran["result"]
        return result

    def wait(self, script: str, *arguments: str, seconds: float = SECONDS) -> Any:
        """The same, once it gives something that is not false."""
        end = time.monotonic() + seconds
        while not (got := self.run(script, *arguments)):
            assert time.monotonic() < end, f"{script}\n{self.run('() => document.body.innerText')}\n{self.complaints}"
            time.sleep(0.2)
        return got

    def click(self, element: dict[str, Any]) -> None:
        """Click where an element is, as a person does."""
        at = {"type": "element", "element": element}
        down, up = {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}
        moves = [{"type": "pointerMove", "x": 0, "y": 0, "origin": at}, down, up]
        self.send("input.performActions", context=self.tab, actions=[{"type": "pointer", "id": "m", "actions": moves}])

    def type(self, text: str) -> None:
        """Press keys, one after the other."""
        keys = [{"type": kind, "value": letter} for letter in text for kind in ("keyDown", "keyUp")]
        self.send("input.performActions", context=self.tab, actions=[{"type": "key", "id": "k", "actions": keys}])

    def choose(self, element: dict[str, Any], *files: Path) -> None:
        """Choose files in a picker."""
        self.send("input.setFiles", context=self.tab, element=element, files=[str(one.resolve()) for one in files])


@contextmanager
def started(path: str, folder: Path) -> Iterator[Firefox]:
    """Firefox with one tab until the end of the block; what it keeps and what it saves go into the folder."""
    nowhere = Nowhere()
    profile = folder / "firefox-profile"
    profile.mkdir()
    settings = SETTINGS | {"browser.download.dir": str(folder)}
    for kind in ("http", "ssl", "socks"):
        settings |= {f"network.proxy.{kind}": "127.0.0.1", f"network.proxy.{kind}_port": nowhere.port}
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in settings.items()]
    (profile / "user.js").write_text("".join(lines), encoding="utf-8")
    command = [path, "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port=0"]
    environment = {**os.environ, "MOZ_REMOTE_SETTINGS_DEVTOOLS": "1"}  # else that setting is not looked at
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=environment
    ) as process:
        try:
            assert process.stderr is not None
            said = next(filter(None, (re.search(r"BiDi listening on (ws:\S+)", line) for line in process.stderr)))
            Thread(target=process.stderr.read, daemon=True).start()  # or Firefox waits when nobody reads
            with connect(f"{said[1]}/session", max_size=None, proxy=None) as wire:
                yield _first_tab(wire, nowhere)
        finally:
            process.terminate()
            nowhere.close()


def _first_tab(wire: ClientConnection, nowhere: Nowhere) -> Firefox:
    firefox = Firefox(wire, "", nowhere)
    firefox.send("session.new", capabilities={"alwaysMatch": {"unhandledPromptBehavior": {"default": "dismiss"}}})
    firefox.send("session.subscribe", events=EVENTS)
    firefox.send("script.addPreloadScript", functionDeclaration=SAY_BREACHES)
    firefox.tab = firefox.send("browsingContext.getTree")["contexts"][0]["context"]
    return firefox
