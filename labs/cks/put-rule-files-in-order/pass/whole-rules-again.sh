ssh node01
sudo -i
# Whole definitions in a file that is named by itself; the team’s files between rules of Falco and all others.
cat > /etc/falco/node.yml <<'EOF'
- macro: on_a_builder
  condition: container.image.repository in (${{ builder }})

- macro: seen_by_the_site
  condition: ((${{ part1 }}) or (${{ part2 }}))

- rule: ${{ a }}
  desc: As it came, for this node.
  condition: ${{ acondition }}
  output: >-
    ${{ aoutput }}
  priority: ${{ apriority }}

- rule: ${{ b }}
  desc: As the site has it, for this node.
  condition: seen_by_the_site and not on_a_builder
  output: "%evt.type by %proc.cmdline in %container.name"
  priority: ${{ bpriority }}
EOF
sed -i 's|^  - /etc/falco/falco_rules.yaml$|&\n  - /etc/falco/team|; s|^  - /etc/falco/rules.d$|&\n  - /etc/falco/node.yml|' /etc/falco/falco.yaml
