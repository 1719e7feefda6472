type Translate = (key: string, params?: Record<string, string>) => string;

/** Names of what is paid or charged for, by its chemical sign; a sign that is not here stays as it is. */
export const ELEMENT_LABEL: Record<string, string> = {
  Au: 'pricing:element.gold',
  Ag: 'pricing:element.silver',
  Pt: 'pricing:element.platinum',
  Sn: 'pricing:element.tin',
  Cu: 'pricing:element.copper',
  Pb: 'pricing:element.lead',
  Zn: 'pricing:element.zinc',
  Co: 'pricing:element.cobalt',
  WO3: 'pricing:element.tungstenOxide',
  Ta2O5: 'pricing:element.tantalumOxide',
  As: 'pricing:element.arsenic',
  Sb: 'pricing:element.antimony',
  Bi: 'pricing:element.bismuth',
  Hg: 'pricing:element.mercury',
};

/** `copper (Cu)`, `tungsten oxide (WO₃)`. */
export function elementText(t: Translate, element: string): string {
  const key = ELEMENT_LABEL[element];
  return key ? `${t(key)} (${signOf(element)})` : signOf(element);
}

const CONTENT_LABEL: Record<string, string> = {
  Au: 'pricing:content.gold',
  Ag: 'pricing:content.silver',
  Pt: 'pricing:content.platinum',
  Sn: 'pricing:content.tin',
  Cu: 'pricing:content.copper',
  Pb: 'pricing:content.lead',
  Zn: 'pricing:content.zinc',
  Co: 'pricing:content.cobalt',
  WO3: 'pricing:content.tungstenOxide',
  Ta2O5: 'pricing:content.tantalumOxide',
};

/** What is paid for in a lot: `the fine gold`, `the tin contained`. Only precious metals are called fine. */
export function contentText(t: Translate, element: string): string {
  const key = CONTENT_LABEL[element];
  return key ? t(key) : t('pricing:content.other', { element: elementText(t, element) });
}

/** `Treatment` is our own word; the name of any other charge stays as it was typed. */
export function chargeText(t: Translate, label: string): string {
  return label === 'Treatment' ? t('pricing:bands.subject.treatment') : label;
}

/** Digits under the line, as chemists write them. */
function signOf(element: string): string {
  return element.replace(/\d/g, (digit) => String.fromCodePoint(0x2080 + Number(digit)));
}
