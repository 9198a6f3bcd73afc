import type { editor, IDisposable } from "monaco-editor/editor/editor.api";
import type { Api } from "./api.ts";

/** After Escape, Tab moves the focus on instead of indenting, until the editor is left: nobody is caught in it with a keyboard. */
export function letTabLeave(code: editor.IStandaloneCodeEditor, monaco: Api): IDisposable {
  const action = code.addAction({
    id: "weft.leave",
    label: "Leave with Tab",
    keybindings: [monaco.KeyCode.Escape],
    precondition:
      "editorTextFocus && !suggestWidgetVisible && !findWidgetVisible && !renameInputVisible && !editorHasSelection && !parameterHintsVisible && !markersNavigationVisible && !editorHasMultipleSelections && !inSnippetMode",
    run: () => code.updateOptions({ tabFocusMode: true }),
  });
  const blur = code.onDidBlurEditorText(() => code.updateOptions({ tabFocusMode: false }));
  return {
    dispose() {
      action.dispose();
      blur.dispose();
    },
  };
}
