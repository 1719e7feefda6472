import { methodKeyOf, type Method } from './method';

/** All versions that are in force, in the order in which they came into it. */
export type MethodBook = readonly Method[];

/** The newest method that covers a product; null where there is none (then there is no band, and it is said why). */
export function methodIn(book: MethodBook, { mineral, form }: { mineral: string; form: string }): Method | null {
  return book.findLast(({ covers }) => covers.some((one) => one.mineral === mineral && one.form === form)) ?? null;
}

/** The newest version of each method, without those that another one has followed for all that they cover. */
export function newestOf(book: MethodBook): Method[] {
  const newest = [...new Map(book.map((method) => [methodKeyOf(method.id), method])).values()];
  return newest.filter((method) => method.covers.some((product) => methodIn(book, product)?.id === method.id));
}
