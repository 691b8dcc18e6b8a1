ssh node01
sudo -i
# A list that grows, and a rule whose condition is appended to. Other shells are reported as well.
cat >> /etc/falco/falco_rules.local.yaml <<'EOF'
- list: shells_of_mine
  items: [sh, bash]
- list: shells_of_mine
  items: [dash, ash, zsh]
  override: { items: append }

- rule: ${{ rule }}
  desc: A program in a container started a shell.
  condition: spawned_process and proc.name in (shells_of_mine)
  output: "Shell as %user.name in %container.name"
  priority: DEBUG
- rule: ${{ rule }}
  condition: and not container.id in (host, "") and not (${{ field }} = ${{ first }} or ${{ field }} = "${{ second }}")
  output: "of %container.image.repository, by %proc.pname: %proc.cmdline"
  priority: ${{ capitals }}
  override: { condition: append, output: append, priority: replace }
EOF
