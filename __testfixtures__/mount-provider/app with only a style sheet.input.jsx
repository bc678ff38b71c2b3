// @file pages/_app.jsx
import '@/styles/globals.css'

const App = ({ Component, pageProps }) => <Component {...pageProps} />

export default App
