/** Formatters of `Intl` cost far more to make than to use: each is made once. */
export function kept<Args extends unknown[], Made>(make: (...args: Args) => Made): (...args: Args) => Made {
  const made = new Map<string, Made>();
  return (...args) => {
    const key = JSON.stringify(args);
    let one = made.get(key);
    if (one === undefined) made.set(key, (one = make(...args)));
    return one;
  };
}
