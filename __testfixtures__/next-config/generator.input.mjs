export default function* config() {
  yield {};
}
