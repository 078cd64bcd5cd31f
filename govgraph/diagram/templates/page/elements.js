/**
 * All elements of a selector; those of SVG too are asked only for what they share with those of HTML.
 * @param {string} selector
 * @param {ParentNode} inside
 * @returns {HTMLElement[]}
 */
export const all = (selector, inside) => [...inside.querySelectorAll(selector)].map((one) => /** @type {HTMLElement} */ (one));

/**
 * Open whatever an element is folded away in, and give it the focus.
 * @param {HTMLElement} element
 */
export const goTo = (element) => {
  for (let up = element.closest("details"); up; up = up.parentElement?.closest("details") ?? null) up.open = true;
  if (!element.hasAttribute("tabindex")) element.setAttribute("tabindex", "-1");
  element.focus();
};
