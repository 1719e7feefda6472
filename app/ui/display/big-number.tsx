/** The one number that a page is about. Long ones in a narrow place step down in size by their length. */
export function BigNumber({ children }: { children: string }) {
  const size =
    children.length > 22 ? 'text-xl sm:text-2xl' : children.length > 16 ? 'text-2xl sm:text-[2rem]' : 'text-[2rem]';
  return <p className={`font-display leading-tight font-semibold ${size}`}>{children}</p>;
}
