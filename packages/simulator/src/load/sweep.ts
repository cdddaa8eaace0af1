/** One parameter with several values: a version of the county for each of them. */
import type { CountySource, CountyVersion } from '@aidflow/definition';

/** The name of the version in which the swept parameter has a value. */
export const sweepName = (value: number): string => `sweep ${value}`;

/** The versions of a sweep; none where the county has none. */
export function sweepVersions({ value: county, versions }: CountySource): CountyVersion[] {
  const { sweep } = county;
  const base = versions.find(({ variant }) => variant === sweep?.of);
  if (sweep === undefined || base === undefined) return [];
  const { programme, parameter, values } = sweep;
  return values.map((value) => {
    const before = base.value.programmes[programme] as NonNullable<(typeof base.value.programmes)[string]>;
    const parameters = { ...before.parameters, [parameter]: value };
    const programmes = { ...base.value.programmes, [programme]: { ...before, parameters } };
    return { ...base, variant: sweepName(value), value: { ...base.value, programmes } };
  });
}
