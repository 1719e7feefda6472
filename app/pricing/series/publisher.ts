/** Whose figures these are, without the title of the publication: the attribution begins with it. */
export function publisher({ attribution, source }: { attribution: string; source: string }): string {
  return attribution.split(',')[0]?.trim() || source;
}
