import type * as t from '@babel/types';

/** Whether what follows is not come to from a branch: it returns, throws or goes elsewhere. */
export function leaves(node: t.Statement): boolean {
  const last = node.type === 'BlockStatement' ? node.body.at(-1) : node;
  return last?.type === 'ReturnStatement' || last?.type === 'ThrowStatement' || isRedirect(last);
}

/** `redirect('/')` and `notFound()` throw. */
function isRedirect(node: t.Statement | undefined): boolean {
  const call = node?.type === 'ExpressionStatement' ? node.expression : undefined;
  return (
    call?.type === 'CallExpression' &&
    call.callee.type === 'Identifier' &&
    /^(?:redirect|permanentRedirect|notFound|forbidden|unauthorized)$/.test(call.callee.name)
  );
}
