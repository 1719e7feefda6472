/**
 * Works out each answer once for the same arguments, which JSON can say, and keeps all of them: for a number of arguments that is bounded.
 * A promise is kept from the moment it is asked for; one that fails is forgotten, so that the next try is a new one.
 */
export function memoize<Args extends unknown[], Made>(make: (...args: Args) => Made): (...args: Args) => Made {
  const made = new Map<string, Made>();
  return (...args) => {
    const key = JSON.stringify(args);
    const known = made.get(key);
    if (known !== undefined) return known;
    const one = make(...args);
    made.set(key, one);
    if (one instanceof Promise) one.catch(() => made.delete(key));
    return one;
  };
}
