/** A word, and how often it is written: the logarithm of its share of all that is. */
export type Word = { readonly text: string; readonly likely: number };

/** Of all words together: the rarest is one in e^18. It makes few long words likelier than many short ones. */
const ALL_WORDS = 18;

/** The words of Chinese by their spelling, as the pages' build wrote them down. Nothing is ever added to it: it learns of nobody. */
export class Words {
  /** Where each line begins, and where the last one ends. */
  private readonly starts: Uint32Array;

  /** @param list lines in the order of their spellings: `banli 办理p板栗n`, each letter e^½ times as often as the one before */
  constructor(private readonly list: string) {
    const starts = [0];
    for (let at = list.indexOf("\n"); at >= 0; at = list.indexOf("\n", at + 1)) starts.push(at + 1);
    this.starts = Uint32Array.from([...starts, list.length + 1]);
  }

  /** The words that are spelled so, the usual ones first. */
  at(spelling: string): readonly Word[] {
    const line = this.firstFrom(`${spelling} `);
    if (!this.begins(line, `${spelling} `)) return [];
    return [...this.lineOf(line).matchAll(/([^ a-z]+)([a-z])/g)].map(wordOf);
  }

  has(spelling: string): boolean {
    return this.hasBeginning(`${spelling} `);
  }

  /** Whether a word begins so. */
  hasBeginning(letters: string): boolean {
    return this.begins(this.firstFrom(letters), letters);
  }

  /** The most usual word of each longer spelling that begins so; the usual ones first. */
  beginning(letters: string, most: number): readonly Word[] {
    const found: Word[] = [];
    for (let line = this.firstFrom(`${letters}a`); this.begins(line, letters); line++) {
      const first = /([^ a-z]+)([a-z])/.exec(this.lineOf(line));
      if (first !== null) found.push(wordOf(first));
    }
    return found.sort((one, other) => other.likely - one.likely).slice(0, most);
  }

  /** The first line that is not before these letters. */
  private firstFrom(letters: string): number {
    let [low, high] = [0, this.starts.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      const start = this.starts[middle] ?? 0;
      if (this.list.slice(start, start + letters.length) < letters) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private begins(line: number, letters: string): boolean {
    return line < this.starts.length - 1 && this.list.startsWith(letters, this.starts[line]);
  }

  private lineOf(line: number): string {
    return this.list.slice(this.starts[line], (this.starts[line + 1] ?? 0) - 1);
  }
}

function wordOf([, text = "", often = "a"]: RegExpMatchArray): Word {
  return { text, likely: (often.charCodeAt(0) - 97) / 2 - ALL_WORDS };
}
