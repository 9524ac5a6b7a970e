// Keeps the keyboard where somebody works: where what has the focus goes (a button gives way to the form it opened, a form is
// closed, a row is withdrawn), the focus passes to what has come instead, or else to what is nearest.

import { onCleanup, onMount } from 'solid-js';

const FIELDS = 'input:not([type="hidden"]), select, textarea';
const ANY = `${FIELDS}, button, a[href], summary, [tabindex]:not([tabindex="-1"])`;

/** @param region gives the element within which it is kept, once it stands; it takes the focus where nothing else can */
export function createKeptFocus(region: () => HTMLElement): void {
  onMount(() => {
    const within = region();
    // From what has the focus up to the region.
    let path: readonly Element[] = [];
    let come: Element[] = [];
    const gone = () => path[0] !== undefined && !path[0].isConnected;

    const enter = (event: FocusEvent) => {
      path = event
        .composedPath()
        .filter((target): target is Element => target instanceof Element && within.contains(target));
    };
    // Whoever leaves by themselves is let go.
    const leave = () =>
      requestAnimationFrame(() => {
        if (!gone() && document.activeElement !== path[0]) path = [];
      });
    // Later, so that whoever takes the focus of their own accord comes first.
    const pass = () => {
      if (!gone()) return;
      const [added, ancestors] = [come, path];
      come = [];
      path = [];
      if (document.activeElement !== document.body) return;
      const next =
        firstOf(added, (element) => find(element, '[autofocus]') ?? find(element, FIELDS) ?? find(element, ANY)) ??
        firstOf(ancestors, (element) => find(element, ANY)) ??
        within;
      next.focus();
    };
    const watch = new MutationObserver((changes) => {
      if (!gone()) return;
      for (const { addedNodes } of changes) {
        for (const node of addedNodes) if (node instanceof Element) come.push(node);
      }
      requestAnimationFrame(pass);
    });

    watch.observe(within, { childList: true, subtree: true });
    within.addEventListener('focusin', enter);
    within.addEventListener('focusout', leave);
    onCleanup(() => {
      watch.disconnect();
      within.removeEventListener('focusin', enter);
      within.removeEventListener('focusout', leave);
    });
  });
}

/** The first thing found in elements that still stand. */
function firstOf(elements: readonly Element[], found: (element: Element) => HTMLElement | undefined) {
  for (const element of elements) {
    const here = element.isConnected ? found(element) : undefined;
    if (here) return here;
  }
  return undefined;
}

const find = (element: Element, selector: string): HTMLElement | undefined =>
  [element, ...element.querySelectorAll(selector)].find(
    (here): here is HTMLElement => here instanceof HTMLElement && here.matches(selector) && here.checkVisibility(),
  );
