// @file app/layout.jsx
export default ({ children }) => children
