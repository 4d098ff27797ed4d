/** Objects that are read as maps and never changed. */
export type Records<T> = Readonly<Record<string, T>>;

export function without<T>(record: Records<T>, key: string): Records<T> {
  return key in record ? keep(record, (_, each) => each !== key) : record;
}

export function keep<T>(record: Records<T>, wanted: (value: T, key: string) => boolean): Records<T> {
  return Object.fromEntries(Object.entries(record).filter(([key, value]) => wanted(value, key)));
}
