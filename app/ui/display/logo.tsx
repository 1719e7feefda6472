/** The mark: a cut stone seen from above. Decorative beside the written name. */
export function Logo({ size = 26 }: { size?: number }) {
  return (
    <svg aria-hidden="true" focusable="false" width={size} height={size} viewBox="0 0 24 24" className="shrink-0">
      <path d="M12 1.6 21 6.8v10.4l-9 5.2-9-5.2V6.8z" className="fill-oxide" />
      <path d="M12 7.2 16.2 9.6v4.8L12 16.8l-4.2-2.4V9.6z" className="fill-ochre-pale" />
      <path
        d="M12 1.6v5.6M21 6.8l-4.8 2.8M21 17.2l-4.8-2.8M12 22.4v-5.6M3 17.2l4.8-2.8M3 6.8l4.8 2.8"
        className="stroke-paper"
        strokeWidth="1.1"
      />
    </svg>
  );
}
