// Several changes as one step of undo: together(() => { ...modeling... }).
function Handler() {}
Handler.prototype.preExecute = ({ changes }) => changes();

function Together(commandStack) {
  commandStack.registerHandler("studio.together", Handler);
  return (changes) => commandStack.execute("studio.together", { changes });
}
Together.$inject = ["commandStack"];

export default { __init__: ["together"], together: ["factory", Together] };
