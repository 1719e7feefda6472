import type { BrowserContext, Page, Response } from '@playwright/test';

/** Signs a browser context in by the form's own address, as the browser would send it. */
export async function signIn(
  context: BrowserContext,
  { url, email, password }: { url: string; email: string; password: string },
): Promise<void> {
  const answer = await context.request.post(`${url}/sign-in`, {
    form: { email, password },
    headers: { Origin: new URL(url).origin },
    maxRedirects: 0,
  });
  if (answer.status() !== 303) throw new Error(`${email} could not sign in: ${answer.status()}`);
}

/** What went wrong behind a page: errors of the console and of scripts, files that did not come. */
export function watchForProblems(page: Page): string[] {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      problems.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`script: ${error.message}`));
  page.on('requestfailed', (request) =>
    problems.push(`failed: ${request.url()} ${request.failure()?.errorText ?? ''}`),
  );
  page.on('response', (response: Response) => {
    if (response.status() >= 400 && response.request().resourceType() !== 'document')
      problems.push(`${response.status()}: ${response.url()}`);
  });
  return problems;
}

/**
 * Elements that stick out of the window's right edge, named by tag, class and text. None on a page that fits.
 * What scrolls in a box of its own is not counted.
 */
export async function stickingOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const out = [...document.body.querySelectorAll('*')].filter((one) => {
      const { right, width } = one.getBoundingClientRect();
      return width > 0 && right > root.clientWidth + 0.5;
    });
    const names = out
      .slice(0, 5)
      .map(
        (one) =>
          `<${one.tagName.toLowerCase()} class="${one.getAttribute('class') ?? ''}"> ${(one.textContent ?? '').trim().slice(0, 40)}`,
      );
    return [`${root.scrollWidth} px wide in ${root.clientWidth} px`, ...names];
  });
}

/**
 * Words that stand on two lines, broken for want of room. Browsers hyphenate where they have the language's
 * dictionary, and many a phone has none: the page is looked at without. Codes, addresses, closed menus and
 * hidden table heads may break anywhere.
 */
export async function brokenWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    document.body.style.hyphens = 'manual';
    const broken = new Set<string>();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const holder = node.parentElement;
      if (!holder?.checkVisibility() || holder.closest('svg, option, code, pre, thead, .sr-only, .break-all')) continue;
      for (const word of (node.nodeValue ?? '').matchAll(/(?<![\p{L}@./_])\p{L}{4,}(?![\p{L}@/_]|\.\p{L})/gu)) {
        const range = document.createRange();
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        const lines = [...range.getClientRects()].filter(({ width }) => width > 2);
        if (new Set(lines.map(({ top }) => Math.round(top))).size > 1) broken.add(word[0]);
      }
    }
    document.body.style.removeProperty('hyphens');
    return [...broken];
  });
}
