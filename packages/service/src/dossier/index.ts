/** A case as one archive: written, and verified by anybody. */
export { type CollectRequest, collectDossier } from './collect.ts';
export { type DossierContents, type DossierDocument, LARGEST_DOSSIER, type Manifest } from './layout.ts';
export { type Verdict, type VerifyOptions, verifyDossier } from './verify.ts';
export { type Dossier, writeDossier } from './write.ts';
