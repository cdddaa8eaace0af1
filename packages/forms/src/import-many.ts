/** A module of its own, so that the bundles for plain pages can bring the same from beside themselves. */
export const importMany = () => import('./many.ts');
