import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { PRODUCT_FORMS } from '#app/catalogue/products/products';
import { LotArt } from './lot-art';

describe('LotArt', () => {
  it.each(PRODUCT_FORMS.map(({ mineral, form }) => [mineral, form]))(
    'draws %s %s in less than 3 KB',
    (mineral, form) => {
      const markup = renderToStaticMarkup(<LotArt mineral={mineral} form={form} label="Drawing" stamp="900" />);
      expect(markup.length).toBeLessThan(3000);
      expect(markup).toContain('role="img"');
      expect(markup).not.toContain('style=');
    },
  );

  it('draws a heap for a form that it does not know', () => {
    expect(renderToStaticMarkup(<LotArt mineral="unknown" form="unknown" label="" />)).toContain('aria-hidden="true"');
  });
});
