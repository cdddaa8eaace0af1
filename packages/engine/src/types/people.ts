/** Who acts, by what they may act, and in whose name. */
/** A role held in a division: `{ role: 'clerk', division: '620821100' }`. */
export interface Grant {
  role: string;
  division: string;
}

/** Who acts. `applicant` and `proxy` act for a household, `officer` by grants, `system` for connectors and time. */
export interface Actor {
  id: string;
  kind: 'applicant' | 'proxy' | 'officer' | 'system';
  name: string;
  grants: Grant[];
}

/** County -> township: moves the authority for one action of one programme, in `[effective, until)`, by a document. */
export interface Delegation {
  programme: string;
  /** Step id of the action that is delegated. */
  action: string;
  /** Division that holds the power by default. */
  from: string;
  /** Division to which it is moved. */
  to: string;
  /** ISO dates, half-open. */
  effective: string;
  until?: string | undefined;
  /** Number of the document the grant rests on. */
  document: string;
  /** Fen up to which it holds, for actions that decide on an amount. */
  limit?: number | undefined;
}

/** An officer acts for another in `[from, until)`, under their own name. */
export interface StandIn {
  /** Actor id of the absent officer and the grants that are lent. */
  absent: string;
  grants: Grant[];
  /** Actor id of the one who stands in. */
  substitute: string;
  from: string;
  until?: string | undefined;
}

/** On what an act rested. */
export interface Authority {
  basis: 'own-role' | 'delegation' | 'stand-in' | 'added-signer' | 'own-case' | 'public' | 'system';
  role: string;
  /** Division in whose name the act was done. */
  division: string;
  /** The delegation it rested on, as it was. */
  delegation?: Delegation | undefined;
  /** Actor id for whom a stand-in acted. */
  for?: string | undefined;
}

export interface ActorStamp {
  id: string;
  kind: Actor['kind'];
  name: string;
}
