/** The first moment of a day in the reader's time zone. @param plus days later (or, negative, earlier), however long each of them is */
export function dayStart(time: number, plus = 0): number {
  const date = new Date(time);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + plus).getTime();
}
