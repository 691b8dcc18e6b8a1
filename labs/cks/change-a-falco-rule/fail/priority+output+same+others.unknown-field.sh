ssh node01
sudo -i
# There is no such field, and Falco does not start.
cat >> /etc/falco/falco_rules.local.yaml <<'EOF'
- rule: ${{ rule }}
  priority: ${{ capitals }}
  output: "%evt.time,%container.title,%user.name,%proc.cmdline"
  override:
    priority: replace
    output: replace
EOF
