/** Code of a function that takes the place of something which we bundle nothing of. */
export function notPartOfUs(name) {
  return `() => { throw new Error('${name} is not part of signal-next'); }`;
}
