ssh node01
sudo -i
# Neither macros nor lists, and every comparison by itself.
cat > /etc/falco/falco_rules.local.yaml <<'EOF'
- rule: "${{ rule }}"
  desc: >
    A program in a container
    started a shell.
  condition: >
    (evt.type = execve or evt.type = execveat)
    and not container.id = host
    and (proc.name = sh or proc.name = bash or proc.name = dash or proc.name = ash)
    and ${{ field }} != "${{ first }}" and ${{ field }} != '${{ second }}'
  output: >-
    %proc.pname started "%proc.cmdline" as %user.name
    in %container.name (%container.image.repository, %container.id)
  priority: ${{ priority }}
EOF
