import type { SeedPerson } from './types';

/** The three people of a cooperative who have a login. */
export function peopleOf(domain: string, manager: string, treasurer: string, member: string): SeedPerson[] {
  return [
    { name: manager, email: `manager@${domain}.example`, role: 'manager' },
    { name: treasurer, email: `treasurer@${domain}.example`, role: 'treasurer' },
    { name: member, email: `member@${domain}.example`, role: 'member' },
  ];
}
