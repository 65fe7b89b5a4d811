/**
 * `pmroles completion`: the script with which a shell completes command lines. Each asks `pmroles complete -- <words>`, which
 * prints a candidate a line, with a description behind a tab. What a ladder says is only ever text in a variable: no script
 * expands or evaluates it.
 */
import type { Session } from './shared/session.ts';

const BASH = `# pmroles completion for bash. In ~/.bashrc:  source <(pmroles completion bash)
_pmroles() {
  local line
  COMPREPLY=()
  while IFS= read -r line; do
    COMPREPLY+=("\${line%%$'\\t'*}")
  done < <(command pmroles complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null </dev/null)
}
complete -o bashdefault -o default -F _pmroles pmroles
`;

const ZSH = `#compdef pmroles
# pmroles completion for zsh. In ~/.zshrc, after compinit:  source <(pmroles completion zsh)
_pmroles() {
  local line
  local -a values lines
  while IFS= read -r line; do
    values+=("\${line%%$'\\t'*}")
    lines+=("\${line/$'\\t'/  -- }")
  done < <(command pmroles complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null </dev/null)
  if (( \${#values} )); then
    compadd -l -d lines -a values
  else
    _files
  fi
}
if [[ "\${funcstack[1]}" == _pmroles ]]; then
  _pmroles "$@"
else
  compdef _pmroles pmroles
fi
`;

const FISH = `# pmroles completion for fish:  pmroles completion fish > ~/.config/fish/completions/pmroles.fish
function __pmroles_complete
    set -l before (commandline -opc)
    set -l current (commandline -ct)
    set -e before[1]
    set -l found (command pmroles complete -- $before "$current" 2>/dev/null </dev/null)
    if set -q found[1]
        printf '%s\\n' $found
    else
        __fish_complete_path "$current"
    end
end
complete -c pmroles -f -a '(__pmroles_complete)'
`;

const POWERSHELL = `# pmroles completion for PowerShell. In $PROFILE:  pmroles completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName pmroles -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $words = @($commandAst.CommandElements | Select-Object -Skip 1 |
    Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.ToString() })
  # Older versions drop an empty argument, so that it is sent as two quotes.
  $current = if ($wordToComplete) { $wordToComplete } else { '""' }
  pmroles complete -- @words $current 2>$null | ForEach-Object {
    $value, $description = $_ -split "\`t", 2
    if (-not $description) { $description = $value }
    [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $description)
  }
}
`;

export const COMPLETION_SCRIPTS = {
  bash: BASH,
  zsh: ZSH,
  fish: FISH,
  powershell: POWERSHELL,
};

export type Shell = keyof typeof COMPLETION_SCRIPTS;

export async function run({ print }: Session, [shell]: readonly string[]): Promise<number> {
  await print(COMPLETION_SCRIPTS[shell as Shell]);
  return 0;
}
