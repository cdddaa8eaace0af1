/** Repairs as data: what to change where, so that a program can do it and a person can read it first. */
import type { Json } from '../../feel.ts';
import type { ProblemLanguage } from '../../problems.ts';

/** A change at the place of a YAML or JSON file that a JSON Pointer names. */
export type PlacedEdit = { file: string; pointer: string } & Change;

export type Change =
  /** Sets the value, or adds it where it is not there yet. */
  | { value: Json }
  /** Removes it; what would be left empty goes with it. */
  | { remove: true }
  /** Gives the key another name. */
  | { rename: string }
  /** Moves the item of a list before the one that has this index now. */
  | { before: number }
  /** Replaces a word wherever it stands in the value. */
  | { word: string; by: string };

/** A change on a line of a file that has no pointers, such as a letter. */
export interface LineEdit {
  file: string;
  /** From 1. */
  line: number;
  word: string;
  by: string;
}

export type Edit = PlacedEdit | LineEdit;

export interface Fix {
  /** What it does. */
  title: Record<ProblemLanguage, string>;
  /** Applied in this order. */
  edits: Edit[];
}
