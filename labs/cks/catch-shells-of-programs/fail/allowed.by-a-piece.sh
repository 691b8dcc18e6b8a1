ssh node01
sudo -i
# A piece of the name excepts others as well.
cat >> /etc/falco/falco_rules.local.yaml <<'EOF'
- list: plain_shells
  items: [sh, bash, dash, ash]

- rule: ${{ rule }}
  desc: A program in a container started a shell.
  condition: spawned_process and container and proc.name in (plain_shells) and not ${{ field }} contains ${{ part }}
  output: "Shell (container=%container.name image=%container.image.repository user=%user.name parent=%proc.pname command=%proc.cmdline)"
  priority: ${{ capitals }}
EOF
