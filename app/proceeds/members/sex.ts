export const SEXES = ['female', 'male', 'unknown'] as const;
export type Sex = (typeof SEXES)[number];

export function isSex(text: string): text is Sex {
  return (SEXES as readonly string[]).includes(text);
}
