/** A stretch of a line in a channel between rows or columns; stretches with one key may lie on each other. */
export interface Stretch {
  channel: number;
  key: string;
  low: number;
  high: number;
}

/** Lanes of a channel: for each stretch its track, so that stretches of different keys never lie on each other. */
export class Tracks {
  #stretches: Stretch[] = [];
  #track = new Map<string, number>();
  #counts = new Map<number, number>();

  /** Notes a stretch; ends may come in any order. */
  add(channel: number, key: string, from: number, to: number) {
    this.#stretches.push({ channel, key, low: Math.min(from, to), high: Math.max(from, to) });
  }

  /** Gives every key of every channel the first free track. */
  assign() {
    for (const [channel, stretches] of Map.groupBy(this.#stretches, (each) => each.channel)) {
      const spans = [...Map.groupBy(stretches, (each) => each.key)].map(([key, parts]) => ({
        key,
        low: Math.min(...parts.map((part) => part.low)),
        high: Math.max(...parts.map((part) => part.high)),
      }));
      // Short ones first: they stay near the boxes and the long ones run outside of them.
      spans.sort((a, b) => a.high - a.low - (b.high - b.low) || a.low - b.low);
      const tracks: { low: number; high: number }[][] = [];
      for (const span of spans) {
        const free = tracks.findIndex((track) =>
          track.every((each) => each.high < span.low || each.low > span.high),
        );
        const track = free === -1 ? tracks.push([]) - 1 : free;
        tracks[track]?.push(span);
        this.#track.set(`${channel} ${span.key}`, track);
      }
      this.#counts.set(channel, tracks.length);
    }
  }

  count(channel: number): number {
    return this.#counts.get(channel) ?? 0;
  }

  /** Track of a key in a channel, 0 the first. */
  of(channel: number, key: string): number {
    return this.#track.get(`${channel} ${key}`) ?? 0;
  }
}
