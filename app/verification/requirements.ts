/**
 * What an organisation must show before it may trade, by kind and country. A registry in code: a change of rules is a reviewed change
 * of this file. Evidence is kept under the requirement's key.
 */
export const REQUIREMENT_KEYS = [
  'registration',
  'mining-licence',
  'custody-statement',
  'mercury-statement',
  'payout-account',
  'beneficial-owners',
  'due-diligence-policy',
  'dealer-licence',
] as const;
export type RequirementKey = (typeof REQUIREMENT_KEYS)[number];

/** How it is met: a file, one of some statements, a written text, or a fact that the product knows by itself. */
export type RequirementForm = 'document' | 'choice' | 'text' | 'computed';

export type Requirement = {
  key: RequirementKey;
  form: RequirementForm;
  mandatory: boolean;
  /** Whether the paper has a last day. */
  expires: 'required' | 'optional' | 'never';
  /** Allowed statements of a choice. */
  choices: readonly string[];
  /** What the paper is called in that country: a proper name, not translated. */
  localName: string | null;
};

/** Titles of the paper that lets small-scale miners work, as the countries' mining laws call it. */
const MINING_TITLES: Readonly<Record<string, string>> = {
  BF: "Autorisation d'exploitation artisanale",
  BO: 'Contrato administrativo minero cooperativo',
  BR: 'Permissão de Lavra Garimpeira',
  CD: "Carte d'exploitant artisanal, agrément de la coopérative",
  CI: "Autorisation d'exploitation artisanale",
  CO: 'RUCOM, título minero o subcontrato de formalización',
  ET: 'Artisanal or special small-scale mining licence',
  GH: 'Small Scale Mining Licence',
  KE: 'Artisanal Mining Permit',
  LK: 'Artisanal Mining Licence (AML)',
  MG: 'Permis réservé aux petits exploitants (PRE)',
  ML: "Carte d'artisan minier, autorisation d'exploitation artisanale",
  MZ: 'Senha mineira ou certificado mineiro',
  NG: 'Small Scale Mining Lease',
  PE: 'REINFO',
  PH: 'Minahang Bayan small-scale mining contract',
  RW: 'Small-scale mining licence (RMB)',
  SL: 'Artisanal Mining Licence',
  SN: "Autorisation d'exploitation artisanale",
  TZ: 'Primary Mining Licence (PML)',
  UG: 'Artisanal Mining Licence',
  ZM: 'Artisanal Mining Right',
  ZW: 'Certificate of Registration of a Block of Claims',
};

/** Where dealers in precious metals or stones must be registered as such, and under which name. */
const DEALER_REGISTERS: Readonly<Record<string, string>> = {
  AE: 'DPMS registration (goAML)',
  AU: 'AUSTRAC enrolment',
  BE: 'Registration with the Licence Office (FPS Economy)',
  CA: 'FINTRAC registration',
  CH: 'Trade assayer or buyer registration (Central Office for Precious Metals Control)',
  GB: 'High value dealer registration (HMRC)',
  HK: 'Registration as dealer in precious metals and stones (Customs and Excise)',
  IN: 'FIU-IND registration',
  SG: 'PSPM dealer registration',
  ZA: "Jeweller's permit or refining licence (SADPMR)",
};

const BASE = { mandatory: true, expires: 'never', choices: [], localName: null } as const;

const CUSTODY_CHOICES = ['log-kept', 'log-started'] as const;
const MERCURY_CHOICES = ['no-mercury', 'ending-mercury', 'no-gold'] as const;

export function requirementsFor({
  kind,
  countryCode,
}: {
  kind: 'cooperative' | 'buyer';
  countryCode: string;
}): Requirement[] {
  if (kind === 'cooperative') {
    return [
      { ...BASE, key: 'registration', form: 'document', expires: 'optional' },
      {
        ...BASE,
        key: 'mining-licence',
        form: 'document',
        expires: 'required',
        localName: MINING_TITLES[countryCode] ?? null,
      },
      { ...BASE, key: 'custody-statement', form: 'choice', choices: CUSTODY_CHOICES },
      { ...BASE, key: 'mercury-statement', form: 'choice', choices: MERCURY_CHOICES },
      { ...BASE, key: 'payout-account', form: 'computed' },
    ];
  }
  const register = DEALER_REGISTERS[countryCode];
  return [
    { ...BASE, key: 'registration', form: 'document', expires: 'optional' },
    { ...BASE, key: 'beneficial-owners', form: 'text' },
    { ...BASE, key: 'due-diligence-policy', form: 'document' },
    {
      ...BASE,
      key: 'dealer-licence',
      form: 'document',
      mandatory: Boolean(register),
      expires: 'optional',
      localName: register ?? null,
    },
  ];
}

export function findRequirement(
  subject: { kind: 'cooperative' | 'buyer'; countryCode: string },
  key: string,
): Requirement | null {
  return requirementsFor(subject).find((requirement) => requirement.key === key) ?? null;
}

export type RequirementStatus = 'met' | 'missing' | 'expired';

/** `evidence` is the one in force; dates are days, `YYYY-MM-DD`. A paper counts on its last day. */
export function requirementStatus(evidence: { expiresOn: string | null } | null, today: string): RequirementStatus {
  if (!evidence) return 'missing';
  return evidence.expiresOn !== null && evidence.expiresOn < today ? 'expired' : 'met';
}
