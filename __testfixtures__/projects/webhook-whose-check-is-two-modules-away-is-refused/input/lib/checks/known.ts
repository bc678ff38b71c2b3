export function isKnown(headers: Headers) {
  return headers.get('x-gitlab-token') === 'known';
}
