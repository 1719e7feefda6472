/** Sums over fewer people than this would tell what one of them earned. */
export const SMALLEST_GROUP = 5;

/** True where a sum over so many people may be shown: nobody, or enough of them. */
export function isShowable(people: number): boolean {
  return people === 0 || people >= SMALLEST_GROUP;
}
