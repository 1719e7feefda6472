/** Given names of the members on the demo's rolls. */
export const SWAHILI = {
  women: ['Asha', 'Neema', 'Rehema', 'Zawadi', 'Mwajuma', 'Pendo', 'Halima', 'Upendo'],
  men: ['Juma', 'Baraka', 'Hamisi', 'Emanuel', 'Said', 'Yohana'],
};
export const CONGO = {
  women: ['Aimée', 'Béatrice', 'Furaha', 'Espérance', 'Solange', 'Nadine'],
  men: ['Jean-Bosco', 'Patient', 'Trésor', 'Dieudonné', 'Kabila', 'Héritier'],
};
export const RWANDA = {
  women: ['Claudine', 'Immaculée', 'Josiane', 'Vestine', 'Odette'],
  men: ['Innocent', 'Emmanuel', 'Théogène', 'Eric', 'Faustin', 'Alphonse'],
};
export const UGANDA = {
  women: ['Biira', 'Masika', 'Kabugho', 'Muhindo', 'Ithungu', 'Mbambu'],
  men: ['Bwambale', 'Baluku', 'Mumbere', 'Thembo'],
};
export const MOZAMBIQUE = {
  women: ['Graça', 'Lurdes', 'Anabela', 'Felismina', 'Rosália', 'Celina', 'Amélia'],
  men: ['Armando', 'Tomás', 'Abílio', 'Zacarias', 'Ernesto'],
};
export const MADAGASCAR = {
  women: ['Voahangy', 'Lalao', 'Noro', 'Fara', 'Soa'],
  men: ['Rivo', 'Hery', 'Solo', 'Tahina', 'Mamy'],
};
export const ANDES = {
  women: ['Rosa', 'Juana', 'Marisol', 'Flor', 'Yolanda', 'Luz'],
  men: ['Wilber', 'Efraín', 'Hugo', 'Rubén', 'Edison'],
};
