/** Something that is wrong, with what can be done from here. */
import type { Fact } from "../protocol";
import { type Deeds, Show } from "./deeds";
import { WhatIfs } from "./whatifs";

interface Props {
  fact: Fact;
  deeds: Deeds;
}

/** A fact, with its weight in a word, a shape and a colour. */
export function FactItem({ fact, deeds }: Props) {
  return (
    <li class={isLoss(fact) ? "loss" : "wrong"} data-item={fact.key}>
      <p>
        <strong class={`weight ${fact.severity}`}>{fact.label}</strong> {fact.message}
      </p>
      <div class="acts">
        <Show bodies={fact.bodies} deeds={deeds} />
        {fact.places.map((place) => (
          <button type="button" key={place.where} onClick={() => deeds.goTo(place)}>
            Go to {place.where}
          </button>
        ))}
        <WhatIfs whatIfs={fact.what_ifs} deeds={deeds} />
        {fact.fix !== "" && (
          <details>
            <summary>What to do</summary>
            <p>{fact.fix}</p>
          </details>
        )}
        <details>
          <summary>How we know</summary>
          {fact.evidence.length > 0 && (
            <ul>
              {fact.evidence.map((line, place) => (
                <li key={place}>{line}</li>
              ))}
            </ul>
          )}
          {fact.based_on !== "" && (
            <p>
              <b>Based on:</b> {fact.based_on}
            </p>
          )}
          <p class="rule">{fact.rule}</p>
        </details>
      </div>
    </li>
  );
}

/** What was wrong and is not found any more. Why says `fix`, for that alone does not mend it. */
export function GoneItem({ fact }: { fact: Fact }) {
  return (
    <li class="gone-fact" data-item={fact.key}>
      <p>
        <strong class="weight">Gone</strong> {fact.message}
      </p>
      {fact.fix !== "" && <p class="rule">{fact.fix}</p>}
    </li>
  );
}

function isLoss(fact: Fact): boolean {
  return fact.rule.startsWith("CHG");
}
