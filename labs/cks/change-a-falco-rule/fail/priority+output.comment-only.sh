ssh node01
sudo -i
# Falco reads no comments.
cat >> /etc/falco/falco_rules.local.yaml <<'EOF'
# - rule: ${{ rule }}
#   priority: ${{ capitals }}
#   output: "${{ output }}"
EOF
