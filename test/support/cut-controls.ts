import type { Page } from 'playwright-core';

/**
 * The controls, pills and dates of a page that are cut, covered or off the screen, each with why. What a list scrolls
 * up or down to is reached; what it would have to be scrolled sideways for is not.
 */
export const cutControls = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const NAMED = 'button, a[href], [role=tab], [role=radio], input, select, textarea, .pill, .count, time';
    /** Pages, tables and the strip may be wider than their pane. */
    const MAY_SCROLL = '.page-scroll, .strip, .table-scroll, [data-wide]';
    /** Kept for screen readers alone, in a box of a pixel. */
    const isForEars = (element: Element | null): boolean =>
      element !== null && (element.getBoundingClientRect().width <= 1 || isForEars(element.parentElement));
    const shown = (element: Element): boolean =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      element.closest('[aria-hidden=true], .visually-hidden, [inert]') === null &&
      !isForEars(element);
    const nameOf = (element: Element): string =>
      (
        element.getAttribute('aria-label') ??
        (element.textContent || element.getAttribute('title') || element.className)
      )
        .trim()
        .slice(0, 50);
    const wrong = (element: Element): string | null => {
      const box = element.getBoundingClientRect();
      let isScrolledAway = false;
      for (let above = element.parentElement; above !== null; above = above.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(above);
        if (overflowX === 'visible' && overflowY === 'visible') continue;
        const room = above.getBoundingClientRect();
        const [canScroll, isOut] = [
          /auto|scroll/.test(overflowY),
          box.bottom > room.bottom + 1 || box.top < room.top - 1,
        ];
        if (isOut && !canScroll && !isScrolledAway) return 'cut above or below';
        if (isOut && canScroll) isScrolledAway = true;
        const isBeside = box.right > room.right + 1 || box.left < room.left - 1;
        if (isBeside && above.closest(MAY_SCROLL) === null && element.closest(MAY_SCROLL) === null)
          return 'cut at its side';
      }
      if (element.closest(MAY_SCROLL) !== null || isScrolledAway) return null;
      if (box.right > innerWidth + 1 || box.left < -1 || box.bottom > innerHeight + 1 || box.top < -1)
        return 'off the screen';
      if (element.matches('[role=tab], .pill, .count, .button') && element.scrollWidth > element.clientWidth + 1)
        return 'its words are cut';
      const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      return at === null ||
        element.contains(at) ||
        at.contains(element) ||
        getComputedStyle(element).pointerEvents === 'none'
        ? null
        : `covered by ${at.className || at.tagName}`;
    };
    return [...document.querySelectorAll(NAMED)].filter(shown).flatMap((element) => {
      const why = wrong(element);
      return why === null ? [] : [`${nameOf(element)}: ${why}`];
    });
  });
