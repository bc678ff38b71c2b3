export default function Home() {
  return <h1>Harbour Kitchen</h1>;
}
