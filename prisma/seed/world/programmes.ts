import type { SeedProgramme } from './types';

export const PROGRAMMES: SeedProgramme[] = [
  {
    key: 'lakes',
    name: 'Great Lakes Fair Minerals Programme',
    country: 'RW',
    district: 'Kigali',
    locale: 'en',
    description: 'Accompanies cooperatives of Tanzania, Uganda, Rwanda and the DR Congo from licence to sale.',
    staff: [
      { name: 'Grace Uwase', email: 'officer@demo.fairlode.example', role: 'officer' },
      { name: 'Daniel Okello', email: 'controller@demo.fairlode.example', role: 'controller' },
      { name: 'Ingrid Solberg', email: 'donor@demo.fairlode.example', role: 'observer' },
    ],
  },
  {
    key: 'oceans',
    name: 'Two Oceans Small Mining Programme',
    country: 'MZ',
    district: 'Maputo',
    locale: 'pt',
    description: 'Works with brick makers, stone cutters and refiners in Mozambique, Madagascar, Peru and Colombia.',
    staff: [
      { name: 'Celeste Macuácua', email: 'celeste@two-oceans.example', role: 'officer' },
      { name: 'Andrés Quispe', email: 'andres@two-oceans.example', role: 'controller' },
      { name: 'Hanta Rakoto', email: 'hanta@two-oceans.example', role: 'observer' },
    ],
  },
];
