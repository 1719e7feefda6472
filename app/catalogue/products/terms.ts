/** Incoterms 2020 of the ICC, from the least to the most that the seller does. */
export const INCOTERMS = ['EXW', 'FCA', 'FAS', 'FOB', 'CFR', 'CIF', 'CPT', 'CIP', 'DAP', 'DPU', 'DDP'] as const;
export type Incoterm = (typeof INCOTERMS)[number];

/** Schemes a lot may be certified under. The proof is a document of the lot. */
export const CERTIFICATES = ['icglr', 'itsci', 'kimberley', 'fairmined', 'fairtrade', 'craft'] as const;
type Certificate = (typeof CERTIFICATES)[number];

/** Their own names: not translated. */
export const CERTIFICATE_NAME: Record<Certificate, string> = {
  icglr: 'ICGLR',
  itsci: 'ITSCI',
  kimberley: 'Kimberley Process',
  fairmined: 'Fairmined',
  fairtrade: 'Fairtrade',
  craft: 'CRAFT',
};

export const LOT_DOCUMENT_KINDS = ['photo', 'assay', 'certificate'] as const;
export type LotDocumentKind = (typeof LOT_DOCUMENT_KINDS)[number];

export function isLotDocumentKind(kind: string): kind is LotDocumentKind {
  return (LOT_DOCUMENT_KINDS as readonly string[]).includes(kind);
}

export function isIncoterm(code: string): code is Incoterm {
  return (INCOTERMS as readonly string[]).includes(code);
}

export function isCertificate(key: string): key is Certificate {
  return (CERTIFICATES as readonly string[]).includes(key);
}
