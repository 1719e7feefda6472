import { productKey } from '../products/products';
import { PRODUCT_LABEL } from './labels';
import type { Words } from '#app/platform/i18n/use-words';

type Product = { mineral: string; form: string };

/** `Gold doré` in the reader's language. */
export function productText(product: Product, { t }: Pick<Words, 't'>): string {
  const label = PRODUCT_LABEL[productKey(product)];
  return label ? t(label) : product.mineral;
}

export function productsText(products: readonly Product[], words: Pick<Words, 't'>): string {
  return products.map((product) => productText(product, words)).join(', ');
}
