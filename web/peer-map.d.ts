/** The version of this module, such as "0.1.0". */
export const version: string;

/**
 * Options that were chosen, by the letter of the question: the digits that stand in codes. `[0]` is “not sure, or it
 * varies”.
 */
export type Answers = Record<string, number[]>;

/** A kind that a programme fits, may fit, or is nearest to. */
export interface KindMatch {
  /** The name of the kind in the edition, such as "mutual". */
  kind: string;
  /** `nearest` is no match: it stands alone, where no kind fits. */
  match: "full" | "possible" | "nearest";
  /** The answers that meet the needs of the kind, or leave them open (then `[0]`). */
  because: Answers;
}

/** What the answers say of a programme. */
export interface Classification {
  /** The answers as a code; null while there are none, and of a damaged code. */
  code: string | null;
  /** The edition that classified them, such as "ps1". */
  edition: string;
  /** What the code calls the programme, if it has a name. */
  name?: string;
  /** The questions that apply and are answered, in the order of asking. */
  answers: Answers;
  /** Best first; never empty. */
  kinds: KindMatch[];
  /** The digits of rows and columns: `null` is not known, `[]` is none. */
  territory: { rows: number[] | null; columns: number[] | null };
}

/** One thing that is wrong with a code. */
export interface Problem {
  /** What is wrong, in a word, such as "check". */
  problem: string;
  /** The place of the first character that it is about, counted from 1, in the text that was read as a code. */
  at: number;
  /** A sentence for the reader. */
  message: string;
}

/** What a code says. */
export interface Reading extends Classification {
  /** Everything that is wrong; empty if nothing is. With any problem, the rest is what could be read, and no result. */
  problems: Problem[];
}

/**
 * What the answers say.
 * @param answers the digits of the options chosen, by the letters of the questions of the built-in edition
 * @param name what the programme is called, at most 60 characters, if its code is to say so
 * @throws TypeError if an answer is none that the edition knows, or the name is none
 */
export function classify(answers: Answers, name?: string): Promise<Classification>;

/**
 * What a code says, or a link or a message that holds one. Never throws: what is wrong is in `problems`.
 * @param lang the language of the messages; that of the page unless told
 */
export function decode(code: string, lang?: string): Promise<Reading>;

/**
 * The code of the answers; null if there are none.
 * @param name what the programme is called, at most 60 characters, if the code is to say so
 * @throws TypeError if an answer is none that the edition knows, or the name is none
 */
export function encode(answers: Answers, name?: string): Promise<string | null>;

/** `<peer-map>`: the widget, in an open shadow root. */
export class PeerMapElement extends HTMLElement {
  /** The code of what is answered. Setting it opens a code, as the attribute does; null begins anew. */
  get code(): string | null;
  set code(code: string | null);
  /** The address of the folder of an edition; the built-in one unless told. */
  edition: string | null;
  /** What is shown first. */
  mode: "flow" | "map" | "group" | null;
  /** The colours; those that the device asks for unless told. */
  theme: "auto" | "light" | "dark" | null;
  /** With "hash", the widget owns the fragment of the page's address. */
  sync: "none" | "hash" | null;
}

/** A group of programmes that is shown. */
export interface Group {
  /** The code of the group, without hidden programmes, and with names only if the reader wants them in links. */
  code: string | null;
  /** The edition, such as "ps1". */
  edition: string;
  /** How many programmes are shown. */
  programmes: number;
}

/** Bubbles, and crosses shadow roots. */
export type PeerMapEvent = CustomEvent<Classification>;
/** The same; of a group while one is shown. */
export type PeerMapChangeEvent = CustomEvent<Classification | Group>;

declare global {
  interface HTMLElementTagNameMap {
    "peer-map": PeerMapElement;
  }
  interface HTMLElementEventMap {
    /** The answers have changed, or the group. */
    "peer-map:change": PeerMapChangeEvent;
    /** A result is shown. */
    "peer-map:result": PeerMapEvent;
  }
}
