import fc from 'fast-check';
import { expect, it } from 'vitest';
import { html } from './html';

it('escapes values and keeps what is HTML already', () => {
  const item = html`<b>${'<script>"&\''}</b>`;
  expect(html`<p title="${'"'}">${item}${null}${[item, ' & ']}</p>`.text).toBe(
    '<p title="&quot;"><b>&lt;script&gt;&quot;&amp;&#39;</b><b>&lt;script&gt;&quot;&amp;&#39;</b> &amp; </p>',
  );
});

it('lets no value open a tag or leave an attribute', () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      expect(html`${value}`.text).not.toMatch(/[<>"']/);
    }),
  );
});
