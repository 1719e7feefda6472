/** Everybody in the demo has this password. The sign-in page shows one login per role. */
export const DEMO_PASSWORD = 'fair-price-2026';

export const DEMO_EMAILS = [
  'manager@demo.fairlode.example',
  'treasurer@demo.fairlode.example',
  'member@demo.fairlode.example',
  'buyer@demo.fairlode.example',
  'buyer-observer@demo.fairlode.example',
  'officer@demo.fairlode.example',
  'controller@demo.fairlode.example',
  'donor@demo.fairlode.example',
];
