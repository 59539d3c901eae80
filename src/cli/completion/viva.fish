# Completion of viva for fish.  The program itself says what fits: viva help --complete.

function __viva_complete
	set -l words (commandline -opc)
	set -l current (commandline -ct)
	for line in ($words[1] help --complete -- $words[2..-1] "$current" 2>/dev/null)
		if test "$line" = :file
			__fish_complete_path "$current"
		else
			echo $line
		end
	end
end

complete -c viva -f -a '(__viva_complete)'
