/** Somebody of the demonstration forum. */
export interface Person {
  name: string;
  role: 'expert' | 'focal_point' | 'moderator' | 'rapporteur' | 'secretariat' | 'observer';
  email: string;
}

export const timur: Person = { name: 'Timur L.', role: 'expert', email: 'timur@chirchik.example' };
export const kamola: Person = { name: 'Kamola I.', role: 'focal_point', email: 'kamola@chirchik.example' };
export const mio: Person = { name: 'Mio F.', role: 'focal_point', email: 'mio@hokuto.example' };
export const gulnora: Person = { name: 'Gulnora Q.', role: 'focal_point', email: 'gulnora@silkroad.example' };
export const nurbek: Person = { name: 'Nurbek A.', role: 'focal_point', email: 'nurbek@tienshan.example' };
export const rustam: Person = { name: 'Rustam V.', role: 'moderator', email: 'chair@forum.example' };
export const emi: Person = { name: 'Emi T.', role: 'moderator', email: 'facilitator@forum.example' };
export const nigora: Person = { name: 'Nigora U.', role: 'rapporteur', email: 'rapporteur2@forum.example' };
export const sevara: Person = { name: 'Sevara X.', role: 'secretariat', email: 'secretariat@forum.example' };
