/** A state outside the view: changed by a function, told to whoever listens once per turn. */
export class Store<State> {
  private readonly listeners = new Set<(state: State) => void>();
  private told = true;

  constructor(private current: State) {}

  get state(): State {
    return this.current;
  }

  change(next: (state: State) => State): void {
    this.current = next(this.current);
    if (!this.told) return;
    this.told = false;
    queueMicrotask(() => {
      this.told = true;
      for (const listener of this.listeners) listener(this.current);
    });
  }

  subscribe(listener: (state: State) => void): () => void {
    this.listeners.add(listener);
    listener(this.current);
    return () => this.listeners.delete(listener);
  }
}
