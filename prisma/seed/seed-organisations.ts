import type { Actor } from '#app/identity/actor';
import { addMember } from '#app/identity/members/add-member.server';
import { createOrganisation } from '#app/identity/organisations/create-organisation.server';
import { hashDocument, hashPhone } from '#app/identity/persons/hash-identity.server';
import { linkPerson } from '#app/identity/persons/link-person.server';
import type { Tx } from '#app/platform/db/connect.server';
import type { OrganisationKind } from '#app/identity/roles';
import { createUser } from '#app/identity/sign-in/create-user.server';
import { decideTerms } from '#app/payments/terms/decide-terms.server';
import { proposeTerms } from '#app/payments/terms/propose-terms.server';
import { confirmNoRoyalty } from '#app/ledger/charges/confirm-no-royalty.server';
import { recordBaseline } from '#app/programme/baselines/record-baseline.server';
import { DEMO_EMAILS, DEMO_PASSWORD } from './demo-people';
import { acceptApplicant, handInApplication } from './seed-verification';
import { actorOf, must, type Cast, type SeedDeps } from './seed-world';
import type {
  SeedApplicant,
  SeedBaseline,
  SeedBuyer,
  SeedCharge,
  SeedCooperative,
  SeedPerson,
  SeedProgramme,
} from './world/types';

const OPENING = new Date('2024-05-06T08:00:00Z');

type Founding = Pick<SeedProgramme, 'key' | 'name' | 'country' | 'district' | 'locale' | 'description'> & {
  kind: OrganisationKind;
  currency: string;
  womenLed?: boolean;
  programmeId: string | null;
  people: SeedPerson[];
};

async function found(deps: SeedDeps, cast: Cast, founding: Founding): Promise<string> {
  const { kind, name, country, district, locale, currency, programmeId, people } = founding;
  const organisation = must(
    await createOrganisation(deps, {
      kind,
      name,
      countryCode: country,
      district,
      description: founding.description,
      currency,
      locale,
      womenLed: founding.womenLed ?? false,
      programmeId,
      founderId: null,
    }),
    name,
  );
  const { organisationId } = organisation;
  const actors: Record<string, Actor> = {};
  for (const person of people) {
    // Whoever looks around with a login of the sign-in page keeps to English until he or she chooses.
    const language = DEMO_EMAILS.includes(person.email) ? 'en' : locale;
    const { userId } = must(
      await createUser(deps, { ...person, password: DEMO_PASSWORD, locale: language }),
      person.email,
    );
    await deps.db.$transaction(async (tx) => {
      await addMember(deps, tx, { organisationId, userId, role: person.role });
      await confirmPerson(tx, deps, { userId, country, email: person.email });
    });
    actors[person.role] = {
      userId,
      name: person.name,
      organisationId,
      organisationName: name,
      organisationKind: kind,
      role: person.role,
      programmeId: kind === 'programme' ? organisationId : programmeId,
      locale,
      countryCode: country,
      currency,
    };
  }
  cast.set(founding.key, actors);
  return organisationId;
}

/** The papers of invented people: a number made of the address, as if the operator had seen it. */
async function confirmPerson(
  tx: Tx,
  deps: SeedDeps,
  { userId, country, email }: { userId: string; country: string; email: string },
): Promise<void> {
  const document = { kind: 'national_id', country, number: email } as const;
  must(
    await linkPerson(tx, deps, {
      userId,
      documentKind: document.kind,
      documentCountry: country,
      documentHashes: hashDocument(deps.settings, document),
      phoneHashes: hashPhone(deps.settings, email),
      phoneVerifiedAt: deps.clock.now(),
      seenById: null,
    }),
    email,
  );
}

export async function seedProgramme(deps: SeedDeps, cast: Cast, programme: SeedProgramme): Promise<void> {
  deps.clock.set(OPENING);
  await found(deps, cast, {
    ...programme,
    kind: 'programme',
    currency: 'USD',
    programmeId: null,
    people: programme.staff,
  });
  await seedPaymentTerms(deps, cast, programme.key);
}

/** What a programme says of payments first: the buyer bears their cost, and larger sums come from a bank. */
async function seedPaymentTerms(deps: SeedDeps, cast: Cast, programme: string): Promise<void> {
  const proposed = must(
    await proposeTerms(deps, {
      actor: actorOf(cast, programme, 'officer'),
      terms: {
        costBearer: 'buyer',
        cardLimit: '5000',
        currency: 'USD',
        reason: 'Cards cost more than bank transfers.',
      },
      requestId: deps.newId(),
    }),
    'terms of payment',
  );
  must(
    await decideTerms(deps, { actor: actorOf(cast, programme, 'controller'), ...proposed, approved: true }),
    'approval of terms',
  );
}

export async function seedBuyer(deps: SeedDeps, cast: Cast, buyer: SeedBuyer): Promise<void> {
  deps.clock.set(OPENING);
  const programmeId = actorOf(cast, buyer.programme, 'officer').organisationId;
  await found(deps, cast, { ...buyer, kind: 'buyer', programmeId });
  await acceptApplicant(deps, {
    applicant: actorOf(cast, buyer.key, 'purchaser'),
    staff: actorOf(cast, buyer.programme, 'officer'),
  });
}

export async function seedCooperative(deps: SeedDeps, cast: Cast, cooperative: SeedCooperative): Promise<void> {
  deps.clock.set(OPENING);
  const staff = actorOf(cast, cooperative.programme, 'officer');
  const cooperativeId = await found(deps, cast, {
    ...cooperative,
    kind: 'cooperative',
    programmeId: staff.organisationId,
  });
  const treasurer = actorOf(cast, cooperative.key, 'treasurer');
  await acceptApplicant(deps, {
    applicant: actorOf(cast, cooperative.key, 'manager'),
    staff,
    payout: { ...cooperative.payout, treasurer },
  });
  await seedMembers(deps, cooperativeId, cooperative);
  for (const charge of cooperative.charges)
    await seedCharge(deps, cooperativeId, cooperative.lots[0]?.currency ?? 'USD', charge);
  if (!cooperative.charges.some(({ kind }) => kind === 'royalty')) {
    const source = 'Mining code, small-scale producers of building materials: no royalty (demo)';
    must(await confirmNoRoyalty(deps, { actor: staff, cooperativeId, source, requestId: deps.newId() }), source);
  }
  for (const baseline of cooperative.baselines) await seedBaseline(deps, staff, cooperativeId, baseline);
}

/**
 * An organisation that has handed in its application. Its payout account is checked, nothing else is decided.
 */
export async function seedApplicant(deps: SeedDeps, cast: Cast, applicant: SeedApplicant): Promise<void> {
  const staff = actorOf(cast, applicant.programme, 'officer');
  await found(deps, cast, { ...applicant, programmeId: staff.organisationId });
  const [first] = applicant.people;
  await handInApplication(deps, {
    applicant: actorOf(cast, applicant.key, first?.role ?? ''),
    staff,
    ...(applicant.payout
      ? { payout: { ...applicant.payout, treasurer: actorOf(cast, applicant.key, 'treasurer') } }
      : {}),
  });
}

const TASKS = [
  'digging',
  'carrying',
  'crushing',
  'washing',
  'smelting',
  'cutting',
  'firing',
  'guarding',
  'cooking',
  'office',
];

// One insert for the whole roll: it stands for a list that the cooperative brought along, not for typing.
async function seedMembers(
  deps: SeedDeps,
  cooperativeId: string,
  { members, firstNames, key }: SeedCooperative,
): Promise<void> {
  const { random } = deps;
  const sexes = [
    ...Array<string>(members.women).fill('female'),
    ...Array<string>(members.men).fill('male'),
    ...Array<string>(members.unknown).fill('unknown'),
  ];
  await deps.db.cooperativeMember.createMany({
    data: sexes.map((sex, index) => ({
      id: deps.newId(),
      cooperativeId,
      code: `M-${(index + 1).toString().padStart(3, '0')}`,
      name: `${random.pick(sex === 'male' ? firstNames.men : firstNames.women)} ${key.charAt(0).toUpperCase()}${index + 1}`,
      sex,
      task: random.pick(TASKS),
      hours: random.between(60, 190),
      contribution: random.between(1, 5),
      joinedOn: OPENING,
    })),
  });
}

async function seedCharge(deps: SeedDeps, cooperativeId: string, currency: string, charge: SeedCharge): Promise<void> {
  await deps.db.chargeRule.create({
    data: {
      id: deps.newId(),
      cooperativeId,
      kind: charge.kind,
      payee: charge.payee,
      basis: charge.basis,
      rateBps: charge.rateBps ?? null,
      fixedMinor: charge.fixed ? BigInt(charge.fixed.replace('.', '')) : null,
      currency,
      source: charge.source,
      activeFrom: OPENING,
    },
  });
}

async function seedBaseline(
  deps: SeedDeps,
  staff: Actor,
  cooperativeId: string,
  baseline: SeedBaseline,
): Promise<void> {
  const [mineral = '', form = ''] = baseline.product.split('/');
  must(
    await recordBaseline(deps, {
      actor: staff,
      cooperativeId,
      requestId: deps.newId(),
      baseline: {
        mineral,
        form,
        basis: baseline.referenceBps ? 'reference' : 'per-unit',
        percent: baseline.referenceBps ? `${Math.trunc(baseline.referenceBps / 100)}` : '',
        amount: baseline.perUnit ?? '',
        currency: baseline.currency ?? '',
        unit: baseline.unit ?? '',
        source: 'Interviews with five sellers at the local trader (demo)',
        recordedOn: OPENING.toISOString().slice(0, 10),
      },
    }),
    `baseline of ${baseline.product}`,
  );
}
