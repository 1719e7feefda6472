/** Whose figures these are, without the title of the publication: the attribution begins with it, where it is more than the source. */
export function publisher({ attribution, source }: { attribution: string; source: string }): string {
  return attribution === source ? source : attribution.split(',')[0]?.trim() || source;
}
