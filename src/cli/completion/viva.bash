# Completion of viva for bash.  The program itself says what fits: viva help --complete.
# shellcheck shell=bash

_viva()
{
	local current=${COMP_WORDS[COMP_CWORD]} line word i
	local -a words=()

	# To bash "=" is a word; to viva `--bank=x` is `--bank x`.
	for ((i = 1; i < COMP_CWORD; i++)); do
		[[ ${COMP_WORDS[i]} == "=" ]] || words+=("${COMP_WORDS[i]//\\/}")
	done
	[[ $current != "=" ]] || current=
	COMPREPLY=()
	while IFS= read -r line; do
		if [[ $line == :file ]]; then
			compopt -o filenames 2>/dev/null
			while IFS= read -r word; do
				COMPREPLY+=("$word")
			done < <(compgen -f -- "$current")
		else
			printf -v word %q "${line%%$'\t'*}"
			COMPREPLY+=("$word")
		fi
	done < <("${COMP_WORDS[0]}" help --complete -- "${words[@]}" "${current//\\/}" 2>/dev/null)
}

complete -F _viva viva
